package org.rung.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.rung.common.Permission;

/** The scopes that a token must have to call this; checked by {@link Gate} before anything is read, and described by {@link Description}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    Permission[] value();
}
