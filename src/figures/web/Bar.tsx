/** A bar from zero with its value written beside it. */
import classes from './Bar.module.css';

export function Bar({ length, text, note }: { readonly length: number; readonly text: string; readonly note?: string }) {
  return (
    <span className={classes.bar}>
      <span className={classes.text}>{text}</span>
      {/* On a card, where the columns of the table are missing. */}
      {note && <span className={classes.note}>{note}</span>}
      <span className={classes.track} aria-hidden><span className={classes.fill} style={{ width: `${Math.min(100, length * 100)}%` }} /></span>
    </span>
  );
}
