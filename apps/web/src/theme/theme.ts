import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The colour of the lakes that the open-cast mines became. */
const lake: MantineColorsTuple = [
  '#e9f6f8',
  '#d3e9ed',
  '#a5d2da',
  '#74bac7',
  '#4da6b7',
  '#3499ad',
  '#20869b',
  '#0b6b7e',
  '#0b5c6b',
  '#034a57',
];

/** Dark surfaces with a breath of the same colour. */
const dark: MantineColorsTuple = [
  '#d5dfe2',
  '#b6c5c9',
  '#93a5aa',
  '#6c7f85',
  '#3b494e',
  '#2d393d',
  '#20292d',
  '#1a2225',
  '#161d20',
  '#12181a',
];

const fontFamily = "'Source Sans 3 Variable', system-ui, sans-serif";

export const theme = createTheme({
  fontFamily,
  headings: { fontFamily, fontWeight: '650' },
  fontSizes: {
    xs: '0.8125rem',
    sm: '0.9375rem',
    md: '1.0625rem',
    lg: '1.1875rem',
    xl: '1.375rem',
  },
  colors: { lake, dark },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  luminanceThreshold: 0.32,
  respectReducedMotion: true,
  // By name, so that nothing of these components is loaded before it is used.
  components: {
    InputWrapper: { styles: { description: { fontSize: '0.875rem' } } },
    Modal: {
      // A second banner landmark in a dialog would confuse screen readers.
      defaultProps: { attributes: { header: { role: 'presentation' } } },
      styles: { title: { fontSize: '1.1875rem', fontWeight: 650 } },
    },
  },
});

/** Mantine's greys lack contrast for small text: these pass WCAG AA on every surface used. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b42318',
    '--mantine-color-dimmed': '#54666b',
    '--mantine-color-placeholder': '#64757a',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#16262b',
    '--mantine-color-default-border': '#b9c6ca',
  },
  dark: {
    '--mantine-color-error': '#ff9b93',
    '--mantine-color-dimmed': '#a3b4b9',
    '--mantine-color-placeholder': '#8fa1a7',
    '--mantine-color-body': '#1a2225',
    '--mantine-color-text': '#e3ebed',
    '--mantine-color-default': '#222c30',
    '--mantine-color-default-hover': '#2a363b',
    '--mantine-color-default-border': '#3b494e',
    '--mantine-color-anchor': '#74bac7',
  },
});
