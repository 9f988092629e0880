import { useMe } from '../../app/use-services'

/** A guest is not offered what the server would refuse: making and finding channels, adding documents. */
export const useIsGuest = (): boolean => useMe().role === 'guest'
