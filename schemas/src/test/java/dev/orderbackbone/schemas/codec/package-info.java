/** Tests of the codec, and the generator of random contract records that other tests use. */
@NullMarked
package dev.orderbackbone.schemas.codec;

import org.jspecify.annotations.NullMarked;
