/** The language of the screens: every component asks here for its texts, numbers and days. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Text } from '../platform/contract.ts';
import {
  formatDay, formatDifference, formatMoment, formatNumber, formatPercent, formatPeriod, formatShare, type ShareText,
} from '../platform/format.ts';
import { textOf, type Language, type MessageParams } from '../platform/messages.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export interface Writing {
  readonly language: Language;
  readonly t: (text: Text, params?: MessageParams) => string;
  readonly number: (value: number) => string;
  readonly difference: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly share: (share: { count: number; base: number; digits?: number }) => ShareText;
  readonly day: (day: string) => string;
  readonly moment: (instant: string) => string;
  readonly period: (period: { from: string; to?: string | null }) => string;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'vi', choose: () => undefined });

export function LanguageProvider({ language, choose, children }: LanguageChoice & { children: ReactNode }) {
  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

export function useText(): Writing {
  const { language } = useLanguage();
  return useMemo(() => writingIn(language), [language]);
}

function writingIn(language: Language): Writing {
  return {
    language,
    t: (text, params) => textOf(text, language, params),
    number: (value) => formatNumber(value, language),
    difference: (value) => formatDifference(value, language),
    percent: (value) => formatPercent(value, language),
    share: (share) => formatShare(share, language),
    day: (day) => formatDay(day, language),
    moment: (instant) => formatMoment(instant, language),
    period: (period) => formatPeriod(period, language),
  };
}
