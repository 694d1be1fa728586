/** A bar from zero with its value written beside it. */
import classes from './Bar.module.css';

export function Bar({ length, text }: { readonly length: number; readonly text: string }) {
  return (
    <span className={classes.bar}>
      <span className={classes.text}>{text}</span>
      <span className={classes.track} aria-hidden><span className={classes.fill} style={{ width: `${Math.min(100, length * 100)}%` }} /></span>
    </span>
  );
}
