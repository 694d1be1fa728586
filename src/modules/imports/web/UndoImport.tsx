/** Hoàn tác cả lần nhập, after asking: to have it back, the file must be chosen again. */
import { useAct } from '../../../shell/api.ts';
import { useSession } from '../../../shell/session.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { importsContract } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';

export interface UndoImportProps {
  readonly runId: string;
  readonly source: string;
  /** Absent right after the import. */
  readonly startedAt: string | undefined;
  readonly onUndone?: () => void;
}

export function UndoImport({ runId, source, startedAt, onUndone }: UndoImportProps) {
  const { t, moment, day } = useText();
  const { today } = useSession();
  const say = useUndo();
  const undo = useAct(importsContract.undo, { touches: ['units', 'people', 'membership', 'posts', 'figures', 'events', 'cases'] });
  const when = startedAt === undefined ? day(today) : moment(startedAt);
  return (
    <ConfirmAct
      label={t(importTexts.undo)}
      title={t(importTexts.undoTitle, { source })}
      consequence={t(importTexts.undoWhat, { moment: when })}
      afterwards={t(importTexts.undoAgain)}
      confirm={t(importTexts.undo)}
      onConfirm={async () => {
        await undo.mutateAsync({ runId });
        say({ text: t(importTexts.undone) });
        onUndone?.();
      }}
    />
  );
}
