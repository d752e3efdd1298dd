/** The site's sign: a circle on a line, the eye for possibilities over the horizon. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 32 24" width="32" height="24" aria-hidden="true">
      <circle class="sun" cx="16" cy="11" r="8" />
      <path class="stroke" d="M0 19h32" />
    </svg>
  );
}
