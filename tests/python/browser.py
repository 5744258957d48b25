"""Chromium, as tests run it, and what they measure in it."""

import shutil

CHROMIUM = shutil.which("chromium") or ""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# `contrast(element, [r, g, b])`: that of its text with what is behind it, on a page of that colour (WCAG 2.2).
CONTRAST = """
function parse(color) {
  const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
  return [r, g, b, a];
}
const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
function luminance(color) {
  const [r, g, b] = color.map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(element, page) {
  let chain = [], text = parse(getComputedStyle(element).color), back = page, shown = page;
  for (let at = element; at; at = at.parentElement) chain.unshift(getComputedStyle(at));
  let opacity = 1;
  for (const style of chain) {
    opacity *= Number(style.opacity);
    const [r, g, b, a] = parse(style.backgroundColor);
    back = over([r, g, b, a * opacity], back);
  }
  shown = over([...text.slice(0, 3), text[3] * opacity], back);
  const [light, dark] = [luminance(shown), luminance(back)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
"""
