package org.rung.merging;

import java.util.Map;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;

/**
 * Two entries before they are merged: what would stay, and what comes along.
 *
 * @param along how much each has of what all stays, by kind
 * @param stopped whether one of them asked for no more texts, so that their number is the one that stays
 */
public record SideBySide(
        Supporter kept,
        Supporter gone,
        Map<Part, Side> parts,
        Map<String, Side> fields,
        Map<String, Map<SupporterId, Integer>> along,
        Map<PhoneNumber, ConsentKind> consents,
        boolean stopped) {}
