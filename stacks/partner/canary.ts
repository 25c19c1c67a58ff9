/** "Canary deploy (5% traffic)": 001_57ea113d5c58119c.txt, sections 2.1 to 2.3. */
export const CANARY_PERCENT = 5;
