// Runs before the first paint, so that a chosen theme does not flash. See src/ui/theme.ts.
try {
  const chosen = localStorage.getItem("comity.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the page follows the system.
}
