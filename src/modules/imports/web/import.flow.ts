/** The steps of one import: files are sent and checked, cells mended and checked again, then applied. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { call, moduleOf, procedureQuery, useAct } from '../../../shell/api.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { importsContract, type Checked } from '../imports.contract.ts';
import { cellKey, type Fix, type Fixes } from './findings.ts';
import { partsOf } from './import.files.ts';
import { throughGaps } from './import.gaps.ts';

export type Applied = z.output<typeof importsContract.apply.output>;
export type Progress = z.output<typeof importsContract.progress.output>;

/** Everything that screens show of the records may differ after an import. */
const TOUCHED = ['imports', 'units', 'people', 'membership', 'posts', 'figures', 'events', 'cases'] as const;
const POLL_MS = 1000;

/** The upload stands in the address: left and found again, or reloaded, it is simply checked anew. */
export function useImportFlow() {
  const [uploadId, setUploadId] = useAddressValue('tep');
  const [source, setSource] = useState<string>();
  const [fixes, setFixes] = useState<Fixes>(new Map());
  /** How much of the files has arrived, from 0 to 1; undefined while nothing is sent. */
  const [sending, setSending] = useState<number>();
  const [fault, setFault] = useState<unknown>();
  const upload = useAct(importsContract.upload);
  const check = useAct(importsContract.check);
  const apply = useApply(() => setUploadId(undefined));
  const isChecking = check.isPending || apply.isPending;
  const progress = useProgress(uploadId, isChecking);

  const checkNow = (id: string, mended: Fixes) => check.mutate({ uploadId: id, fixes: [...mended.values()] });
  const send = async (files: readonly File[], name: string) => {
    setSending(0);
    setFault(undefined);
    try {
      const sent = await upload.mutateAsync({ source: name, files: files.map((file) => ({ name: file.name, size: file.size })) });
      const whole = files.reduce((sum, { size }) => sum + size, 0);
      let arrived = 0;
      for (const file of files) {
        for await (const { bytes, ...part } of partsOf(file)) {
          await throughGaps(() => call(importsContract.part, { uploadId: sent.uploadId, ...part }));
          setSending((arrived += bytes) / whole);
        }
      }
      setSource(name);
      setFixes(new Map());
      setUploadId(sent.uploadId);
      checkNow(sent.uploadId, new Map());
    } catch (error) {
      setFault(error);
    } finally {
      setSending(undefined);
    }
  };
  const startOver = () => {
    for (const step of [upload, check, apply]) step.reset();
    setFixes(new Map());
    setUploadId(undefined);
  };
  return {
    uploadId, source, fixes, sending, isChecking, progress,
    isApplying: apply.isPending,
    checked: check.data satisfies Checked | undefined,
    applied: apply.data,
    problem: fault ?? check.error ?? apply.error,
    send: (files: readonly File[], name: string) => void send(files, name),
    checkAgain: () => { if (uploadId) checkNow(uploadId, fixes); },
    mend: (fix: Fix, original: string) => setFixes((before) => withFix(before, fix, original)),
    dropMends: () => setFixes(new Map()),
    apply: () => { if (uploadId) apply.mutate(uploadId); },
    startOver,
  };
}

export type ImportFlow = ReturnType<typeof useImportFlow>;

/** Once applied, the upload is gone from the server: nothing asks after it while the rest is read afresh. */
function useApply(onApplied: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (uploadId: string): Promise<Applied> => {
      const applied = await call(importsContract.apply, { uploadId });
      onApplied();
      return applied;
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.some((name) => name === moduleOf(String(queryKey[0]))) }),
  });
}

/** What reads as in the file again is no correction. */
function withFix(before: Fixes, fix: Fix, original: string): Fixes {
  const next = new Map(before);
  if (fix.value === original) next.delete(cellKey(fix));
  else next.set(cellKey(fix), fix);
  return next;
}

function useProgress(uploadId: string | undefined, isRunning: boolean): Progress | undefined {
  const { data } = useQuery({
    ...procedureQuery(importsContract.progress, { uploadId: uploadId ?? '' }),
    // Not among what an act of this module makes stale: it is only ever polled.
    queryKey: ['importProgress', uploadId],
    enabled: isRunning && uploadId !== undefined,
    refetchInterval: ({ state }) => (state.status === 'error' ? false : POLL_MS),
    staleTime: 0,
    gcTime: 0,
  });
  return isRunning ? data : undefined;
}
