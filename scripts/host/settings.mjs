// @ts-check

/** Themes by the names used here; the values are VS Code's setting ids. */
export const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** @typedef {keyof typeof themes} Theme */

/**
 * VS Code's settings in our windows: one theme whatever the system prefers, nothing that calls out,
 * nothing that covers the extension.
 * @param {Theme} theme
 * @returns {Record<string, unknown>}
 */
export function settingsFor(theme) {
  return {
    'workbench.colorTheme': themes[theme],
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.enableExperiments': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.welcomePage.walkthroughs.openOnInstall': false,
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'extensions.ignoreRecommendations': true,
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'json.schemaDownload.enable': false,
    'npm.fetchOnlinePackageInfo': false,
    'git.enabled': false,
    'security.workspace.trust.enabled': false,
  };
}
