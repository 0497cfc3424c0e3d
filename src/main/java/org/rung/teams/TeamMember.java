package org.rung.teams;

import org.rung.common.MemberId;

/** Somebody in a team; suspended, they stay in it and do nothing there. */
public record TeamMember(MemberId memberId, String name, boolean leads, boolean suspended) {}
