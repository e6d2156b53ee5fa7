@NullMarked
package dev.orderbackbone.schemas.http;

import org.jspecify.annotations.NullMarked;
