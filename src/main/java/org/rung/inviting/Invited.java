package org.rung.inviting;

import java.util.List;

/**
 * What came of a list.
 *
 * @param invited how many were invited, now or anew
 * @param byHand how many of them have no letter that leaves by itself
 * @param members how many are members already
 * @param before how many have an invitation that they can still take; they get no second one by a list
 */
public record Invited(List<InviteeId> invited, int byHand, int members, int before) {}
