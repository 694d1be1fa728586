/** A table with lines on a paper; its columns share the width as the Word file's do. */
import classes from './papers.module.css';

interface PaperGridProps {
  readonly label: string;
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function PaperGrid({ label, widths, head, rows }: PaperGridProps) {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return (
    <table className={classes.grid} aria-label={label}>
      <colgroup>{widths.map((width, at) => <col key={at} style={{ width: `${(width / whole) * 100}%` }} />)}</colgroup>
      <thead><tr>{head.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
      <tbody>{rows.map((row, at) => <tr key={at}>{row.map((text, column) => <td key={column}>{text}</td>)}</tr>)}</tbody>
    </table>
  );
}
