// Style sheets keep to the oldest browsers in .browserslistrc. What the build lowers (lightningcss: light-dark(), prefixes)
// may be written; so may what is only comfort, without which the text is read as well.
const comfort = ["css-overscroll-behavior", "css-scrollbar", "css-text-justify", "text-size-adjust"];
const paper = ["css-paged-media", "css-widows-orphans"];
const withFallback = ["viewport-unit-variants"]; // after the same with vh

export default {
  extends: "stylelint-config-recommended",
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [
      true,
      { ignore: [...comfort, ...paper, ...withFallback], ignorePartialSupport: true },
    ],
    "no-descending-specificity": null,
  },
};
