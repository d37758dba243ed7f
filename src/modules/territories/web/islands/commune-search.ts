// A text input becomes a combobox with a list of suggestions (WAI-ARIA 1.2, editable combobox with list autocomplete).
// Without it the same form is answered by the server.

interface Suggestion {
  readonly code: string;
  readonly label: string;
  readonly fieldText: string;
}

/** RGESN 4.9: nothing is asked while one is still typing, nor for too few letters. */
const PAUSE_MS = 300;
const ENOUGH = /\d{2}|\S.*\S.*\S/;

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

class CommuneCombobox {
  readonly #box: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #code: HTMLInputElement;
  readonly #list = document.createElement('ul');
  readonly #status = document.createElement('p');
  readonly #known = new Map<string, readonly Suggestion[]>();
  #suggestions: readonly Suggestion[] = [];
  /** Place of the option pointed to, -1 for none. */
  #active = -1;
  #timer = 0;
  #request: AbortController | null = null;

  constructor(box: HTMLElement, input: HTMLInputElement) {
    this.#box = box;
    this.#input = input;
    this.#code = this.#codeInput();
    this.#draw();
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('keydown', (event) => this.#pressed(event));
    input.addEventListener('blur', () => this.#close());
  }

  /** Beside radio buttons of the same name the code is posted only once a suggestion is chosen. */
  #codeInput(): HTMLInputElement {
    const name = this.#box.dataset['communeCode'] ?? '';
    const drawn = this.#box.querySelector<HTMLInputElement>('input[type=hidden]');
    if (drawn) return drawn;
    const made = document.createElement('input');
    Object.assign(made, { type: 'hidden', name, disabled: true });
    this.#box.append(made);
    return made;
  }

  #draw(): void {
    const id = `${this.#input.id}-suggestions`;
    Object.assign(this.#list, { id, className: 'suggestions', hidden: true });
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Communes');
    // The list keeps the focus in the text.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#clicked(event));
    this.#status.className = 'unseen';
    this.#status.setAttribute('role', 'status');
    this.#input.after(this.#list, this.#status);
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-expanded': 'false',
    };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
  }

  #typed(): void {
    this.#hold('');
    window.clearTimeout(this.#timer);
    this.#request?.abort();
    const text = this.#input.value.trim();
    if (!ENOUGH.test(text)) {
      this.#close();
      this.#status.textContent = '';
      return;
    }
    this.#timer = window.setTimeout(() => void this.#ask(text), PAUSE_MS);
  }

  async #ask(text: string): Promise<void> {
    this.#request = new AbortController();
    const { signal } = this.#request;
    try {
      const suggestions = this.#known.get(text) ?? (await this.#fetch(text, signal));
      this.#known.set(text, suggestions);
      if (!signal.aborted) this.#show(suggestions);
    } catch {
      // No network, or too many calls: the form still goes to the server as it is.
      if (!signal.aborted) this.#close();
    }
  }

  async #fetch(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const { communeSearch = '', communeRegion } = this.#box.dataset;
    const query = new URLSearchParams({
      q: text,
      ...(communeRegion ? { region: communeRegion } : {}),
    });
    const answer = await fetch(`${communeSearch}?${query}`, { signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return ((await answer.json()) as { communes: readonly Suggestion[] }).communes;
  }

  #show(suggestions: readonly Suggestion[]): void {
    if (document.activeElement !== this.#input) return;
    this.#suggestions = suggestions;
    this.#list.replaceChildren(
      ...suggestions.map(({ label }, place) => this.#option(label, place)),
    );
    this.#open(suggestions.length > 0);
    this.#status.textContent = countWords(suggestions.length);
  }

  #option(label: string, place: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.#list.id}-${place}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.textContent = label;
    return option;
  }

  #pressed(event: KeyboardEvent): void {
    const isOpen = !this.#list.hidden;
    const step = STEPS.get(event.key);
    if (step !== undefined && this.#suggestions.length > 0) {
      if (!isOpen) this.#open(true);
      this.#pointTo(this.#active + step);
    } else if (event.key === 'Enter' && isOpen && this.#active >= 0) {
      this.#choose(this.#active);
    } else if (event.key === 'Escape' && isOpen) {
      this.#close();
    } else {
      return;
    }
    event.preventDefault();
  }

  #clicked(event: Event): void {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) this.#choose([...this.#list.children].indexOf(option));
  }

  /** From the last to the first and back, through the text itself. */
  #pointTo(place: number): void {
    const count = this.#suggestions.length;
    this.#active = place < -1 ? count - 1 : place >= count ? -1 : place;
    [...this.#list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === this.#active));
      if (index !== this.#active) return;
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    });
    if (this.#active < 0) this.#input.removeAttribute('aria-activedescendant');
  }

  #choose(place: number): void {
    const chosen = this.#suggestions[place];
    if (!chosen) return;
    this.#input.value = chosen.fieldText;
    this.#hold(chosen.code);
    this.#suggestions = [];
    this.#close();
    this.#status.textContent = `${chosen.fieldText} : commune choisie.`;
    this.#input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #hold(code: string): void {
    this.#code.value = code;
    this.#code.disabled = code === '';
    for (const radio of this.#box.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
      if (code !== '') radio.checked = false;
    }
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', String(isOpen));
    this.#pointTo(-1);
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#request?.abort();
    this.#open(false);
  }
}

function countWords(count: number): string {
  if (count === 0) return 'Aucune commune trouvée.';
  return count === 1
    ? 'Une commune trouvée. Flèche vers le bas pour la choisir.'
    : `${count} communes trouvées. Flèches haut et bas pour choisir.`;
}

for (const box of document.querySelectorAll<HTMLElement>('[data-commune-search]')) {
  const input = box.querySelector<HTMLInputElement>('input[type=text]');
  if (input) new CommuneCombobox(box, input);
}
