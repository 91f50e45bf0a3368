import { webAddress } from '../../src/dashboard/writing/web-address';

test.each(['https://sante.example/communique', 'http://10.0.0.1:8080/'])('%s is a page to go to', (text) => {
  expect(webAddress(text)?.href).toBe(text);
});

test.each([
  ...['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<b>', 'vbscript:x'],
  ...[
    'file:///etc/passwd',
    'blob:https://sante.example/x',
    'ftp://sante.example/',
    'mailto:a@sante.example',
    '//x',
    '',
  ],
])('%j is none', (text) => {
  expect(webAddress(text)).toBeNull();
});
