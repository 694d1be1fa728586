/** Whether the window is as narrow as a phone's, known at the first drawing. The same width as in the styles. */
import { useMediaQuery } from '@mantine/hooks';

export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
}
