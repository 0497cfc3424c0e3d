package org.rung.messaging;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When a number may be texted: inside these hours in every one of these zones. */
public record TextingWindow(List<ZoneId> zones, LocalTime from, LocalTime until) {}
