import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import { Cost } from '../kernel/cost';
import { AppError } from '../kernel/errors';
import type { RegionCode } from './region';
import { regionByCode } from './region';
import { regions } from './region.data';
import { presentRegion, Region, RegionCodeScalar } from './region.type';

@Resolver(() => Region)
export class RegionResolver {
  @Cost({ size: 18 })
  @Query(() => [Region], { description: 'The regions of France, by code.' })
  regions(@Ctx() operation: Operation): Region[] {
    requireToken(operation);
    return regions.map(presentRegion);
  }

  @Query(() => Region, { nullable: true, description: 'One region.' })
  region(
    @Arg('code', () => RegionCodeScalar, { description: 'Its INSEE code.' }) code: RegionCode,
    @Ctx() operation: Operation,
  ): Region | null {
    requireToken(operation);
    const region = regionByCode(code);
    return region ? presentRegion(region) : null;
  }
}

/** Reference data is no secret, but an anonymous reader gets public statements and nothing else. */
function requireToken({ viewer }: Operation): void {
  if (viewer.kind === 'anonymous')
    throw new AppError('UNAUTHENTICATED', 'Only public statements can be read without a token.');
}
