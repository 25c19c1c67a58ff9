// Required by a process before its program: as it ends, it says where and in what language it ran.
process.on("exit", () => {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  process.stderr.write(`${JSON.stringify({ locale, timeZone, folder: process.cwd() })}\n`);
});
