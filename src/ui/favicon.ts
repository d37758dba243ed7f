/** The cairn alone, for the tab of a browser: the colours of the light theme, readable on light and dark tabs. */
export const faviconSvg = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">',
  '<rect width="48" height="48" rx="12" fill="#fffcf5"/>',
  '<g transform="translate(3.6 3.2) scale(.85)">',
  '<path fill="#6d6a70" d="M4 41.5C3 37 9 34.5 20 34.2c13-.4 24 1.8 24.3 6 .2 4-8 5.3-20 5.3-11.5 0-19.5-.6-20.3-4z"/>',
  '<path fill="#9b9488" d="M9.5 29c-.3-3.8 5-6.2 14-6.2 9.3 0 15.3 2 15.5 5.6.2 3.5-5.5 4.9-14.5 4.9-8.8 0-14.7-.7-15-4.3z"/>',
  '<path fill="#e4572e" d="M14.5 17.5c.2-3.5 4.3-5.3 10.2-5.1 6 .2 9.6 2.2 9.3 5.3-.3 3-4.3 4.2-10.2 4-6-.1-9.5-1.2-9.3-4.2z"/>',
  '<path fill="#12808a" d="M19.5 7.3c.3-2.8 2.7-4.5 5.6-4.3 3 .2 4.9 2 4.7 4.4-.2 2.5-2.4 3.7-5.4 3.6-3-.1-5.2-1.2-4.9-3.7z"/>',
  '</g></svg>\n',
].join('');
