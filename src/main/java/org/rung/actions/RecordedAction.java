package org.rung.actions;

/** An action as it was taken. */
public record RecordedAction(ActionId actionId, ActionDraft draft) {}
