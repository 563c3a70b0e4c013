import { afterEach } from 'vitest'
import { endVisits } from '../browser/support'

afterEach(endVisits)
