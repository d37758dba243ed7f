import { ownTimeSentence } from '../../rules/own-time.ts';

/**
 * Someone whose clock is not the place's is told both. The server cannot know the visitor's zone; without script the page says
 * whose hours these are.
 */
for (const line of document.querySelectorAll<HTMLElement>('[data-own-time]')) {
  const zone = line.dataset['ownTime'] ?? '';
  const at = Number(line.dataset['instant']);
  const sentence = ownTimeSentence({
    at,
    zone,
    ownZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    informal: line.dataset['wording'] === 'tu' ? 'tu' : 'vous',
  });
  if (sentence) {
    line.textContent = sentence;
    line.hidden = false;
  }
}
