/**
 * The look of the components in one place: warm neutral greys, one deep red accent,
 * Be Vietnam Pro. Colours that our own styles use are CSS variables in `tokens.css`.
 */
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const warmGrey: MantineColorsTuple = [
  '#faf8f5', '#f3f0eb', '#e8e3dc', '#d6cfc6', '#bdb4a9', '#8e857b', '#6f675f', '#5a534c', '#38332e', '#231f1c',
];
const warmDark: MantineColorsTuple = [
  '#ede8e2', '#cfc7bd', '#b9b0a6', '#8c8378', '#48423b', '#38332e', '#2a2622', '#201d1a', '#171513', '#100e0d',
];
/** Used for the active place and the one main act of a screen, nothing else. */
const accent: MantineColorsTuple = [
  '#fdf1f0', '#f9dedb', '#f2bab5', '#c4372e', '#a92c24', '#cc463c', '#b3261e', '#b3261e', '#b3261e', '#941c15',
];

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.2rem', xl: '1.44rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.45' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  colors: { gray: warmGrey, dark: warmDark, accent, ink: warmGrey },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // By name, not by `extend`: the theme must not bring components to the first screen that don't stand on it.
  components: {
    Button: { defaultProps: { size: 'md' } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md' } },
    Menu: { defaultProps: { shadow: 'sm', withinPortal: true, floatingStrategy: 'fixed', transitionProps: { duration: 100 } } },
    // Fixed: what opens never widens the document, which on a phone would widen every sheet with it.
    Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 100 }, floatingStrategy: 'fixed' } },
    // Placed only while open: measured while hidden, or taken for detached in a moving sheet, a list ends up elsewhere or nowhere.
    Combobox: { defaultProps: { keepMounted: false, hideDetached: false, floatingStrategy: 'fixed' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 140 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
});
