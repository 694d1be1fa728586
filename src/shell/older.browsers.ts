/**
 * What the app uses of the language's library that browsers of late 2022 do not have yet. Fetched by them alone (`web.tsx`);
 * a journey takes these away from a browser of today and opens the app.
 */
import 'core-js/actual/array/from-async.js';
import 'core-js/actual/array/to-reversed.js';
import 'core-js/actual/array/to-sorted.js';
import 'core-js/actual/array/to-spliced.js';
import 'core-js/actual/array/with.js';
import 'core-js/actual/iterator/index.js';
import 'core-js/actual/map/group-by.js';
import 'core-js/actual/object/group-by.js';
import 'core-js/actual/promise/with-resolvers.js';
import 'core-js/actual/set/index.js';
