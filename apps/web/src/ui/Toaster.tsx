import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { Button } from "./Button.tsx";
import { type Toast, toasts, useToasts } from "./toasts.ts";
import styles from "./Toaster.module.css";
import { useKeys } from "./useKeys.ts";

const stayMs = 9_000;

export const Toaster = () => {
  const shown = useToasts();
  const latest = shown.findLast(({ action }) => action !== undefined);
  useKeys(latest === undefined ? {} : { u: () => runAction(latest) });
  return (
    <section className={styles.toaster} aria-label="Messages" aria-live="polite">
      {shown.map((toast) => (
        <ToastNote key={toast.key} toast={toast} />
      ))}
    </section>
  );
};

const runAction = (toast: Toast): void => {
  toasts.dismiss(toast.key);
  toast.action?.run();
};

/** Goes by itself, but not while it is pointed at or holds the focus. */
export const ToastNote = ({ toast }: { readonly toast: Toast }) => {
  const [isHeld, setHeld] = useState(false);
  const { key, text, action, onward, isRunning = false } = toast;
  useEffect(() => {
    if (isHeld || isRunning) return undefined;
    const timer = setTimeout(() => toasts.dismiss(key), stayMs);
    return () => clearTimeout(timer);
  }, [key, isHeld, isRunning]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {isRunning && <span className={styles.running} aria-hidden />}
      <p>{text}</p>
      {action !== undefined && (
        <Button small tone="quiet" className={styles.action} onClick={() => runAction(toast)}>
          {action.label}
        </Button>
      )}
      {onward !== undefined && (
        <Link href={onward.href} className={styles.onward} onClick={() => toasts.dismiss(key)}>
          {onward.label}
        </Link>
      )}
      {!isRunning && (
        <button
          type="button"
          className={styles.cross}
          aria-label="Dismiss"
          onClick={() => toasts.dismiss(key)}
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
};
