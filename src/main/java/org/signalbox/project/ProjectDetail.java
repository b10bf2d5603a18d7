package org.signalbox.project;

import org.jspecify.annotations.Nullable;
import org.signalbox.client.Client;

/** A project with what its single representation embeds; what events about it hold. */
public record ProjectDetail(Project project, @Nullable Project parent, @Nullable Client client) {}
