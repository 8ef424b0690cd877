/** The look of the answers: buttons, forms that unfold, fields and what is wrong with them. */
export const formStyle = `
  form {
    margin: 0;
  }
  button,
  summary {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 3rem;
    padding: 0.625rem 1.25rem;
    border: 1px solid var(--field);
    border-radius: 8px;
    background: var(--panel);
    color: var(--text);
    font: inherit;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
  }
  button.main {
    border-color: var(--petrol);
    background: var(--petrol);
    color: var(--on-petrol);
  }
  button:hover,
  summary:hover {
    border-color: var(--link);
  }
  button.main:hover {
    filter: brightness(0.92);
  }
  summary {
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    margin-left: 0.75rem;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: translateY(-0.125rem) rotate(45deg);
  }
  details[open] > summary::after {
    transform: translateY(0.125rem) rotate(225deg);
  }
  .answers {
    display: grid;
    gap: 0.75rem;
    margin-top: 1rem;
  }
  details[open] {
    border: 1px solid var(--field);
    border-radius: 8px;
    background: var(--inset);
  }
  details[open] > summary {
    border-color: transparent;
    background: none;
  }
  details > form {
    padding: 0.5rem 1.125rem 1.25rem;
    display: grid;
    gap: 1rem;
  }
  details p {
    margin: 0;
  }
  label {
    display: block;
    font-weight: 600;
    margin-bottom: 0.25rem;
  }
  input:not([type='hidden']),
  select,
  textarea {
    width: 100%;
    min-height: 3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--field);
    border-radius: 8px;
    background: var(--panel);
    color: var(--text);
    font: inherit;
  }
  textarea {
    min-height: 7rem;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--bad);
  }
`;
