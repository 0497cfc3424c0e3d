package org.rung.hosting;

import org.rung.people.SupporterId;

/** Somebody who came so often lately that they may like to host. */
public record HostCandidate(SupporterId supporterId, String name, int came) {}
