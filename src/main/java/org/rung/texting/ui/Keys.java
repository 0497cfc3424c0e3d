package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** Lets the keys 1 to 9 press the script's answers. */
@Tag("rung-keys")
@JavaScript("context://elements/desk.js")
class Keys extends Component {}
