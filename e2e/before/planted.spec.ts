import { plant } from "../fixtures/planted";
import { forgetSecrets, readSecrets } from "../fixtures/secrets";
import { expect, test } from "../fixtures/test";

test("before all journeys somebody asks for something, for the search at the end", () => {
  forgetSecrets();
  plant();
  expect(readSecrets()).toHaveLength(2);
});
