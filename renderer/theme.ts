/** Mantine in our colours and density. The variables themselves are in tokens.css. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const steps = (...colours: [string, string, string, string, string, string, string, string, string, string]): MantineColorsTuple => colours;

const primary = steps('#ecf2fe', '#d8e5fd', '#b1cefb', '#86aff9', '#4c87f6', '#256ef4', '#0b50d0', '#083891', '#052561', '#03163a');
const danger = steps('#fdefec', '#fcdfd9', '#f7afa1', '#f48771', '#f05f42', '#de3412', '#bd2c0f', '#8a240f', '#5c180a', '#390d05');
const gray = steps('#f4f5f6', '#e6e8ea', '#cdd1d5', '#b1b8be', '#8a949e', '#6d7882', '#58616a', '#464c53', '#33363d', '#1e2124');
const dark = steps('#f4f5f6', '#cdd1d5', '#b1b8be', '#8a949e', '#464c53', '#33363d', '#26292d', '#1e2124', '#18191c', '#131416');
const success = steps('#eaf6ec', '#d8eedd', '#a9dab4', '#7ec88e', '#3fa654', '#228738', '#267337', '#285d33', '#1f4727', '#122b18');
const warning = steps('#fff3db', '#ffe0a3', '#ffc95c', '#ffb114', '#c78500', '#9e6a00', '#8a5c00', '#614100', '#422c00', '#2e1f00');

const dense = { defaultProps: { size: 'xs' } };
const denseInput = { defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'input', 'description', 'error'] } };

export const theme = createTheme({
  primaryColor: 'primary',
  primaryShade: { light: 5, dark: 5 },
  colors: { primary, danger, gray, dark, success, warning, red: danger, blue: primary },
  fontFamily: 'var(--cd-font)',
  fontFamilyMonospace: 'var(--cd-font)',
  headings: { fontFamily: 'var(--cd-font)', fontWeight: '700' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: denseInput, Textarea: denseInput, NumberInput: denseInput, Select: denseInput,
    MultiSelect: denseInput, PasswordInput: denseInput, DateInput: denseInput, Autocomplete: denseInput, InputBase: denseInput,
    Button: dense, Checkbox: dense, Radio: dense, SegmentedControl: dense, Tabs: {}, Switch: dense,
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own variables, pointed at our tokens so that both schemes come from one place. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--cd-surface)',
    '--mantine-color-text': 'var(--cd-text)',
    '--mantine-color-dimmed': 'var(--cd-text-soft)',
    '--mantine-color-anchor': 'var(--cd-link)',
    '--mantine-color-error': 'var(--cd-danger-text)',
    '--mantine-color-placeholder': 'var(--cd-text-soft)',
    '--mantine-color-default-border': 'var(--cd-line)',
    '--mantine-primary-color-light-color': 'var(--cd-link)',
    '--mantine-color-primary-light': 'var(--cd-info-soft)',
    '--mantine-color-primary-light-color': 'var(--cd-link)',
    '--mantine-color-primary-outline': 'var(--cd-link)',
    '--mantine-color-danger-outline': 'var(--cd-danger-text)',
    '--mantine-color-warning-outline': 'var(--cd-warning-text)',
  };
  return { variables: {}, light: shared, dark: shared };
};
