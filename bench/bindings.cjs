// The floor under any comparison: what node takes to load cdktf and the bindings of the three stacks.
require("cdktf");
for (const name of ["a", "b", "c"]) require(`../dist/stacks/partner/${name}`);
