/** The key that is held for a command: ⌘ on Apple's machines, Ctrl elsewhere. */
export const modKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";
