/** Importing: choose files, see every problem with its place, mend, import, take back. */
import { useEffect, useRef } from 'react';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { importTexts } from '../imports.web.messages.ts';
import { AppliedResult } from './AppliedResult.tsx';
import { CheckedResult } from './CheckedResult.tsx';
import { CheckProgress } from './CheckProgress.tsx';
import { FilesStep } from './FilesStep.tsx';
import { useImportFlow, type ImportFlow } from './import.flow.ts';
import { ImportRuns } from './ImportRuns.tsx';
import classes from './imports.module.css';

export function ImportPage() {
  const { t } = useText();
  const flow = useImportFlow();
  useCheckOfReturn(flow);
  const templates = [
    { label: t(importTexts.templateVi), href: '/api/imports/template?lang=vi' },
    { label: t(importTexts.templateEn), href: '/api/imports/template?lang=en' },
  ];
  return (
    <>
      <PageHead title={t(importTexts.title)} description={t(importTexts.about)} acts={<DownloadMenu label={t(importTexts.template)} downloads={templates} />} />
      <Steps at={stepOf(flow)} />
      <div className={classes.step}>
        {flow.problem !== undefined && flow.problem !== null && <ProblemNotice problem={flow.problem} onRetry={flow.uploadId ? flow.checkAgain : flow.startOver} />}
        <Step flow={flow} />
      </div>
      <ImportRuns />
    </>
  );
}

function Step({ flow }: { readonly flow: ImportFlow }) {
  if (flow.applied) return <AppliedResult applied={flow.applied} source={flow.source} onAnother={flow.startOver} />;
  if (flow.sending !== undefined || flow.isChecking) return <CheckProgress progress={flow.progress} sending={flow.sending} />;
  if (flow.checked) return <CheckedResult flow={flow} checked={flow.checked} />;
  return <FilesStep onSend={flow.send} />;
}

/** An address with an upload was reloaded or opened again: what was found is asked for anew. */
function useCheckOfReturn(flow: ImportFlow): void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    if (flow.uploadId) flow.checkAgain();
  }, [flow]);
}

type StepName = 'stepFiles' | 'stepCheck' | 'stepApply';

function stepOf(flow: ImportFlow): StepName {
  if (flow.applied || flow.isApplying) return 'stepApply';
  return flow.checked || flow.isChecking || flow.sending !== undefined ? 'stepCheck' : 'stepFiles';
}

function Steps({ at }: { readonly at: StepName }) {
  const { t } = useText();
  const steps: readonly StepName[] = ['stepFiles', 'stepCheck', 'stepApply'];
  return (
    <ol className={classes.steps} aria-label={t(importTexts.steps)}>
      {steps.map((step, index) => (
        <li key={step} className={classes.stepName} aria-current={step === at ? 'step' : undefined} data-past={index < steps.indexOf(at) || undefined}>
          <span className={classes.stepNumber} aria-hidden>{index + 1}</span>{t(importTexts[step])}
        </li>
      ))}
    </ol>
  );
}
