package org.rung.people;

import org.rung.common.MemberId;

/** A member has this supporter's number among their own contacts. */
public record Met(MemberId memberId, SupporterId supporterId) {}
