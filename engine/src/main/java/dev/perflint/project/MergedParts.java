package dev.perflint.project;

import dev.perflint.types.TypeResolver;

/** What a merge consists of, for those who show how it comes to its answers. */
record MergedParts(
    ProjectTypes types,
    TypeResolver resolver,
    CallGraph graph,
    HeatMap heat,
    Effects effects,
    UseIndex uses) {}
