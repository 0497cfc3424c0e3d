package org.rung.scripts.ui;

import org.rung.accounts.SignedIn;
import org.rung.links.Links;
import org.rung.scripts.Readers;
import org.rung.scripts.TestTexts;
import org.springframework.stereotype.Component;

/** The front doors that a test knocks at. */
@Component
record PlayDoors(TestTexts tests, Readers readers, Links links, SignedIn signedIn) {}
