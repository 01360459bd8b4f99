/**
 * The search in a thread of its own. A page posts `{id, ask: "answer" | "quote", with: [...]}` and gets
 * `{id, answer}` or `{id, error}`, in which "load" means that a file could not be loaded.
 */
import { Answers } from "./answers.js"
import { Engine } from "./engine.js"
import { Store, Unloadable } from "./store.js"

const answers = new Answers(new Engine(new Store(new URL("./", self.location.href).href)))
answers.store.root().catch(() => {})  // on its way while the reader begins to type

self.addEventListener("message", async ({ data: { id, ask, with: given } }) => {
  try {
    self.postMessage({ id, answer: await answers[ask](...given) })
  } catch (error) {
    self.postMessage({ id, error: error instanceof Unloadable ? "load" : String(error) })
  }
})
