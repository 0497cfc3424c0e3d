package org.rung.accounts;

/** Marks a screen that has a phone's whole height for itself: the menu hides there (not on desktops). */
public interface FullScreen {}
