// Words for the ids of conditions, findings, flags and gates.

let names = {};

// Until it is fulfilled, and for an id without a name, the id's own words are shown.
export async function load() {
  try {
    const response = await fetch("/names");
    names = await response.json();
  } catch {
    names = {};
  }
}

export const named = (id) => names[id] ?? id.replaceAll("-", " ");
