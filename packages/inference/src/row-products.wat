;; Products of the rows of a matrix with one vector, in 32-bit floats: sixteen numbers a step, in four sums of four that
;; do not wait for each other. Rows are padded with zeros to whole steps.
(module
  (memory (export "memory") 1)
  (func (export "multiply")
    (param $row i32)      ;; where the first row stands
    (param $rows i32)     ;; how many there are, at least one
    (param $rowBytes i32) ;; of one row, a multiple of 64, at least one
    (param $vector i32)   ;; where the vector stands
    (param $product i32)  ;; where the products go, four bytes each
    (local $at i32) (local $rowEnd i32) (local $end i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $product) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $eachRow
      (local.set $a (v128.const i64x2 0 0))
      (local.set $b (v128.const i64x2 0 0))
      (local.set $c (v128.const i64x2 0 0))
      (local.set $d (v128.const i64x2 0 0))
      (local.set $at (local.get $vector))
      (local.set $rowEnd (i32.add (local.get $row) (local.get $rowBytes)))
      (loop $eachStep
        (local.set $a (f32x4.add (local.get $a)
          (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $at)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $at)))))
        (local.set $c (f32x4.add (local.get $c)
          (f32x4.mul (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $at)))))
        (local.set $d (f32x4.add (local.get $d)
          (f32x4.mul (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (br_if $eachStep (i32.lt_u (local.get $row) (local.get $rowEnd))))
      (local.set $a (f32x4.add
        (f32x4.add (local.get $a) (local.get $b))
        (f32x4.add (local.get $c) (local.get $d))))
      (f32.store (local.get $product)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
          (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
      (local.set $product (i32.add (local.get $product) (i32.const 4)))
      (br_if $eachRow (i32.lt_u (local.get $product) (local.get $end)))))

  ;; The same of whole numbers of 16 bits, thirty-two a step. Sums are of 32 bits: vectors of the length 32767 do not overflow.
  (func (export "multiplyShort")
    (param $row i32) (param $rows i32) (param $rowBytes i32) (param $vector i32) (param $product i32)
    (local $at i32) (local $rowEnd i32) (local $end i32)
    (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $product) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $eachRow
      (local.set $a (v128.const i64x2 0 0))
      (local.set $b (v128.const i64x2 0 0))
      (local.set $at (local.get $vector))
      (local.set $rowEnd (i32.add (local.get $row) (local.get $rowBytes)))
      (loop $eachStep
        (local.set $a (i32x4.add (local.get $a)
          (i32x4.dot_i16x8_s (v128.load (local.get $row)) (v128.load (local.get $at)))))
        (local.set $b (i32x4.add (local.get $b)
          (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $at)))))
        (local.set $a (i32x4.add (local.get $a)
          (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $at)))))
        (local.set $b (i32x4.add (local.get $b)
          (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (br_if $eachStep (i32.lt_u (local.get $row) (local.get $rowEnd))))
      (local.set $a (i32x4.add (local.get $a) (local.get $b)))
      (i32.store (local.get $product)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $a)) (i32x4.extract_lane 1 (local.get $a)))
          (i32.add (i32x4.extract_lane 2 (local.get $a)) (i32x4.extract_lane 3 (local.get $a)))))
      (local.set $product (i32.add (local.get $product) (i32.const 4)))
      (br_if $eachRow (i32.lt_u (local.get $product) (local.get $end))))))
