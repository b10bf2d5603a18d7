package org.signalbox.project;

import org.jspecify.annotations.Nullable;

/** A project with what its single representation embeds; what events about it hold. */
public record ProjectDetail(Project project, @Nullable Project parent) {}
